"""ODT read: `styles` and `numbering` say what paragraphs look like and bear, `inlines` reads what is in them, `body`
puts them one after the other."""
