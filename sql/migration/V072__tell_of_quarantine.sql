-- What a decision on a submission may be: only the comment of the column differs.

alter table submission modify decision varchar(16) character set ascii collate ascii_bin null
  comment 'of a held one: ACCEPT or REFUSE; QUARANTINE of one that was taken out';
