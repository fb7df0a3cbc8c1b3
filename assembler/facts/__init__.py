"""What a text says by value: numbers, dates, provisions, symbols, money, addresses, cases; whatever the language.

`read.facts` is the way in. A fact is the same value however it is written: 1,204 and 1 204, «18 мая 2006 года» and
18 May 2006, “article 14 (3)” and «пункт 3 статьи 14». What a language says in words is data (`data/<code>.toml`).
"""
