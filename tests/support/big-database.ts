import { changedDatabase } from './changed-database.ts'

/** The real database with every observation several times, told apart by their ids; gone when the tests of the file are over. */
export const bigDatabase = (times: number): Promise<string> =>
  changedDatabase([
    `create table many as
     select n.* replace (n.place || '#' || copy as place), n.id as origin,
       row_number() over (order by indicator, region, end_month, start_month, source, place, copy) - 1 as position
     from number n, range(${times}) copies(copy)`,
    'create table origins as from provenance',
    'delete from number',
    'delete from provenance',
    'insert into number select * exclude (origin, position) replace (position as id) from many order by position',
    `insert into provenance select o.* replace (m.position as id) from many m join origins o on o.id = m.origin order by m.position`,
    'drop table many',
    'drop table origins',
  ])
