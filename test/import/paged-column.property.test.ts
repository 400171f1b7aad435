import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdTable } from '../../src/import/id-table.ts';
import { Column } from '../../src/import/paged-column.ts';
import { PAGE, Paging } from '../../src/import/paging.ts';
import { PiecesById } from '../../src/import/pieces-by-id.ts';

/** So few pages in memory that they come and go all the time. */
const FEW = 3 * PAGE;

const kinds = [Uint8Array, Uint32Array, Float64Array];

describe('numbers that are paged out to a file', () => {
  it('are those that were set, while several columns grow together', () => {
    const index = fc.nat({ max: 40_000 });
    const step = fc.record({
      column: fc.nat({ max: 2 }),
      index,
      value: fc.nat({ max: 255 }),
      frees: fc.nat({ max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 200 }), (steps) => {
        const paging = new Paging(FEW);
        const columns = kinds.map((kind) => new Column(kind, paging));
        const plain = kinds.map(() => new Map<number, number>());
        for (const { column, index: at, value, frees } of steps) {
          if (frees === 0) {
            columns[column]?.free();
            plain[column]?.clear();
          }
          columns[column]?.set(at, value);
          plain[column]?.set(at, value);
        }
        for (const [column, values] of plain.entries()) {
          const given = [...values].map(([at]) => [at, columns[column]?.at(at)]);
          expect(given).toEqual([...values]);
          expect(columns[column]?.length).toBe(values.size === 0 ? 0 : Math.max(...values.keys()) + 1);
        }
        paging.close();
      }),
      { numRuns: 60 },
    );
  });

  it('find every id of a table again, and the pieces with attributions of a claim', () => {
    const paging = new Paging(FEW);
    const table = new IdTable(paging);
    const piecesOfClaims = new PiecesById(paging);
    for (let piece = 0; piece < 30_000; piece++) {
      table.put(`attribution:${piece}`, `content ${piece % 7}`, piece, piece % 12);
      piecesOfClaims.add(`claim:${piece % 9_000}`, piece);
    }
    for (let piece = 0; piece < 30_000; piece += 7) {
      expect(table.find(`attribution:${piece}`, `content ${piece % 7}`)).toEqual({
        piece,
        type: piece % 12,
        isSame: true,
      });
    }
    expect(table.find('attribution:1', 'other')).toMatchObject({ piece: 1, isSame: false });
    expect(table.find('attribution:30000')).toBeNull();
    expect([...piecesOfClaims.of('claim:5')]).toEqual([5, 9_005, 18_005, 27_005]);
    expect([...piecesOfClaims.of('claim:9000')]).toEqual([]);
    paging.close();
  });
});
