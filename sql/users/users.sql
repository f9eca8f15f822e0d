-- Two users for one database, as an administrator runs it once. Write your own passwords, hosts and database first; a host
-- narrower than '%' is better, and where the database's name has a _, write \_ (a grant reads _ as any character).
--
-- rekap_migrate brings the schema up: ./rekap init at the beginning and after each update, and nothing else.
-- rekap_run does everything else. What it may is granted table by table, by grants.sql, each time after rekap_migrate has run.

create database if not exists `rekap` character set utf8mb4 collate utf8mb4_bin;

create user if not exists 'rekap_migrate'@'%' identified by 'change me';
create user if not exists 'rekap_run'@'%' identified by 'change me';

grant select, insert, update, delete, create, alter, drop, index, create temporary tables
  on `rekap`.* to 'rekap_migrate'@'%';
