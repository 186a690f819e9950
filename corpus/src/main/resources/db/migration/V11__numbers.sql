-- Papers are asked for by the beginning of their number, which tells who numbered them.
CREATE INDEX document_number ON document (number) WHERE number IS NOT NULL;
