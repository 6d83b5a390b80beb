/** What the rules call; they go with the connection. People are the same in every table, and others in every copy: the salt is made up each time. */
export const FUNCTIONS = `
CREATE FUNCTION pg_temp.letters(id uuid) RETURNS text LANGUAGE sql AS $$
  SELECT left(encode(sha256(convert_to(current_setting('scrub.salt') || id, 'UTF8')), 'hex'), 12)
$$;
CREATE FUNCTION pg_temp.pick(id uuid, choices text[]) RETURNS text LANGUAGE sql AS $$
  SELECT choices[1 + ('x' || left(encode(sha256(convert_to(choices[1] || current_setting('scrub.salt') || id, 'UTF8')), 'hex'), 7))::bit(28)::int
    % cardinality(choices)]
$$;
CREATE FUNCTION pg_temp.person(id uuid) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.pick(id, '{Ada,Ben,Cora,Dev,Elif,Finn,Greta,Hugo,Ines,Jonas,Kaya,Luca,Mina,Noor,Otto,Petra,Rosa,Samir,Tilda,Yusuf}') || ' '
    || pg_temp.pick(id, '{Abel,Berg,Castro,Dahl,Egger,Faber,Gomez,Hahn,Ito,Jansen,Kumar,Lind,Moreau,Novak,Olsen,Petrov,Rossi,Silva,Tanaka,Weber}')
$$;
CREATE FUNCTION pg_temp.email(id uuid) RETURNS text LANGUAGE sql AS $$ SELECT pg_temp.letters(id) || '@example.org' $$;
CREATE FUNCTION pg_temp.phone() RETURNS text LANGUAGE sql AS $$ SELECT '+1202555' || lpad((100 + floor(random() * 100))::text, 4, '0') $$;
CREATE FUNCTION pg_temp.filler() RETURNS text LANGUAGE sql AS $$
  SELECT (ARRAY['Invented for testing', 'Text of another copy', 'Nothing is meant by this', 'Words in place of others'])[1 + floor(random() * 4)::int]
$$;
CREATE FUNCTION pg_temp.measured(kind text, unit text) RETURNS numeric LANGUAGE sql AS $$
  SELECT CASE kind WHEN 'SYSTOLIC' THEN 120 WHEN 'DIASTOLIC' THEN 80 WHEN 'PULSE' THEN 70 WHEN 'RESPIRATION' THEN 16 WHEN 'OXYGEN' THEN 98
    WHEN 'TEMPERATURE' THEN CASE unit WHEN '°F' THEN 98 ELSE 37 END WHEN 'WEIGHT' THEN 70 WHEN 'HEIGHT' THEN CASE unit WHEN 'in' THEN 67 ELSE 170 END
    WHEN 'GLUCOSE' THEN CASE unit WHEN 'mg/dL' THEN 95 ELSE 5 END ELSE 2 END
$$;
`;
