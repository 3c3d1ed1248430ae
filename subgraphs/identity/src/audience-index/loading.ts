import type { Transaction } from '@ucp/kit/database';
import type { ContactView } from '../domain/contact-view.ts';
import {
  changedContacts,
  fieldValuesBetween,
  type OwnColumn,
  ownValuesBetween,
  populationBetween,
} from '../store/audience-rows.ts';
import { partialViewsOf } from '../store/profile.ts';
import { type Columns, columnsOf, type IdentityIndex, partsFor, show, topicColumnsOf } from './account-index.ts';
import type { Column } from './columns.ts';

type Reader = Pick<Transaction, 'query'>;

/** Numbers of contacts that are read at once; two such pages are in memory. */
const page = 20_000;
/** Contacts whose view is made at once. */
const viewPage = 1_000;

/** Reads who there is in an account whose greatest number is `last`. */
export async function loadPopulation(
  tx: Reader,
  account: number,
  { population }: IdentityIndex,
  last: number,
): Promise<void> {
  await inTurn(
    pagesOf(last).map(
      ([from, to]) =>
        () =>
          populationBetween(tx, account, from, to),
    ),
    ({ contactNos, rootNos, archivedNos }) => {
      contactNos.forEach((contactNo, i) => {
        population.place(contactNo, rootNos[i] ?? contactNo);
      });
      for (const contactNo of archivedNos) population.archive(contactNo, true);
    },
  );
}

/**
 * Reads columns whole: of contacts that are shown as nobody else their own values as they are in the tables, which is most of them,
 * and the view of those that came out of a merge.
 */
export async function loadColumns(
  tx: Reader,
  account: number,
  { population }: IdentityIndex,
  columns: Columns,
  last: number,
): Promise<void> {
  const loaded = columnsOf(columns);
  if (loaded.length === 0) return;
  const survivors = population.survivors();
  const merged = new Set(survivors);
  const take = (column: Column | undefined, { contactNos, values }: OwnColumn): void => {
    contactNos.forEach((contactNo, i) => {
      if (population.rootOf(contactNo) === contactNo && !merged.has(contactNo)) column?.takeOwn(contactNo, values[i]);
    });
  };
  const pages = pagesOf(last);
  for (const column of topicColumnsOf(columns)) {
    await inTurn(
      pages.map(
        ([from, to]) =>
          () =>
            ownValuesBetween(tx, account, column.topic, from, to),
      ),
      (rows) => take(column, rows),
    );
  }
  const fields = new Map([...columns.fields.values()].map((column) => [column.fieldNo, column]));
  if (fields.size > 0) {
    await inTurn(
      pages.map(
        ([from, to]) =>
          () =>
            fieldValuesBetween(tx, account, [...fields.keys()], from, to),
      ),
      (rows) => {
        for (const row of rows) take(fields.get(row.fieldNo), row);
      },
    );
  }
  await viewPages(tx, account, survivors, columns, (contactNo, view) => show(loaded, contactNo, view));
}

/**
 * Reads again what changed since the index was true, each contact whole.
 * @returns false when so much changed that it is faster to read everything
 */
export async function catchUp(tx: Reader, account: number, index: IdentityIndex, last: number): Promise<boolean> {
  const { population, columns } = index;
  const limit = Math.max(10 * viewPage, last / 4);
  const { contactNos, rootNos } = await changedContacts(tx, account, index.rev, Math.floor(limit) + 1);
  if (contactNos.length > limit) return false;
  // A merge, or its taking back, changes also those as whom a contact was and is shown.
  const concerned = new Set<number>();
  contactNos.forEach((contactNo, i) => {
    const rootNo = rootNos[i] ?? contactNo;
    for (const no of [contactNo, population.rootOf(contactNo), rootNo]) if (no !== 0) concerned.add(no);
    population.place(contactNo, rootNo);
  });
  const known = columnsOf(columns);
  await viewPages(tx, account, [...concerned], columns, (contactNo, view) => {
    population.archive(contactNo, view !== null && view.archivedAt !== null);
    show(known, contactNo, view);
  });
  return true;
}

/** First and last number of each page, up to a number. */
const pagesOf = (last: number): (readonly [number, number])[] =>
  Array.from({ length: Math.ceil(last / page) }, (_, i) => [i * page + 1, (i + 1) * page]);

/** The views of contacts; null for one that is shown as another. */
async function viewPages(
  tx: Reader,
  account: number,
  contactNos: readonly number[],
  columns: Columns,
  take: (contactNo: number, view: ContactView | null) => void,
): Promise<void> {
  const parts = partsFor(columns);
  const pages = Array.from({ length: Math.ceil(contactNos.length / viewPage) }, (_, i) =>
    contactNos.slice(i * viewPage, (i + 1) * viewPage),
  );
  await inTurn(
    pages.map((asked) => async () => ({ asked, views: await partialViewsOf(tx, account, asked, parts) })),
    ({ asked, views }) => {
      for (const contactNo of asked) {
        const view = views.get(contactNo);
        take(contactNo, view === undefined || view.rootNo !== contactNo ? null : view);
      }
    },
  );
}

/** Reads one after the other, each while the one before is taken. */
async function inTurn<Rows>(reads: readonly (() => Promise<Rows>)[], take: (rows: Rows) => void): Promise<void> {
  let next = reads[0]?.();
  for (let i = 1; next !== undefined; i++) {
    const rows = await next;
    next = reads[i]?.();
    take(rows);
  }
}
