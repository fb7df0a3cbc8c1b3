"""PDF: made from the ODT edition by LibreOffice (`project.office`); here, what is done to the file afterwards."""
