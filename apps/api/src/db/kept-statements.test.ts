import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { keepStatements } from './kept-statements.ts';

const open = () => {
  const database = new Database(':memory:');
  database.exec('create table firm (id integer primary key, name text)');
  return keepStatements<Database.Statement>(database);
};

test('a statement is prepared once, and answers anew each time', () => {
  const { prepare } = open();
  const all = 'select name from firm order by id';
  expect(prepare(all).all()).toEqual([]);
  prepare('insert into firm (name) values (?)').run('Acme');
  expect(prepare(all)).toBe(prepare(all));
  expect(prepare(all).all()).toEqual([{ name: 'Acme' }]);
});

test('after a change of tables nothing kept is used any more', () => {
  const { prepare } = open();
  const all = 'select * from firm';
  const before = prepare(all);
  prepare('insert into firm (name) values (?)').run('Acme');
  prepare('alter table firm add column region text').run();
  expect(prepare(all)).not.toBe(before);
  expect(prepare(all).all()).toEqual([{ id: 1, name: 'Acme', region: null }]);
});

test('the least used go first', () => {
  const { prepare } = open();
  const used = prepare('select 1');
  const unused = prepare('select 2');
  for (let n = 3; n < 600; n += 1) {
    prepare(`select ${n}`);
    prepare('select 1');
  }
  expect(prepare('select 1')).toBe(used);
  expect(prepare('select 2')).not.toBe(unused);
});
