-- Where an upload came from, as its digest by the day's key (upload_key): what one address has given is counted. It goes with the upload.
alter table examination add column address bytea;
