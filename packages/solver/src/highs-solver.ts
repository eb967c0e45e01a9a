import type { Lp, LpConflict, LpOptimum, LpResult, LpSolver } from '@milepost/core/lp/lp';
import { demandLp } from '@milepost/core/lp/lp';
import loadHighs, { type Highs, type InitOptions } from 'highs';
import { isSameMatrix, modelData } from './model-data.ts';

type Model = ReturnType<Highs['createModel']>;

/** Where the loader finds `highs.wasm`; beside itself when left out, which is right in Node. */
export type HighsPlace = Pick<InitOptions, 'locateFile'>;

/** A solver that holds one instance of HiGHS until it is closed: its memory is not collected otherwise. */
export type OpenSolver = LpSolver & { close(): void };

// Without presolve infeasible and unbounded are told apart, and a conflict is found; strategy 6 makes it irreducible.
const settings = { output_flag: false, presolve: 'off', iis_strategy: 6 } as const;

/**
 * Opens HiGHS behind core's port. The last programme stays in it: one that differs in bounds and objective only is solved on from
 * the basis that stands (a what-if in well under a millisecond), one of the same size starts from that basis, any other from the
 * beginning. Solving blocks the thread: a screen asks it through a Worker (`serveSolver`).
 */
export async function openHighs(place: HighsPlace = {}): Promise<OpenSolver> {
  const highs = await loadHighs(place);
  const model = highs.createModel();
  model.options.set(settings);
  let held: Lp | null = null;
  let isBasisGood = false;
  return {
    async solve(lp: Lp): Promise<LpResult> {
      demandLp(lp);
      if (held !== null && isSameMatrix(held, lp)) moveBounds(highs, model, lp);
      else {
        const isSameSize = held?.columns.length === lp.columns.length && held.rows.length === lp.rows.length;
        const basis = isSameSize && isBasisGood ? model.getBasis() : undefined;
        model.passModel(modelData(highs, lp));
        if (basis) model.setBasis(basis);
      }
      held = lp;
      model.run();
      const result = answerOf(highs, model, lp);
      isBasisGood = result.status === 'optimal';
      return result;
    },
    close: () => model.dispose(),
  };
}

function moveBounds(highs: Highs, model: Model, lp: Lp): void {
  const { direction, columns, rows } = lp;
  const { maximize, minimize } = highs.constants.objectiveSense;
  model.changeObjectiveSense(direction === 'max' ? maximize : minimize);
  if (columns.length > 0) {
    const all = { kind: 'range', from: 0, to: columns.length - 1 } as const;
    model.changeColsCost(
      all,
      columns.map(({ objective }) => objective),
    );
    model.changeColsBounds(
      all,
      columns.map(({ lower }) => lower),
      columns.map(({ upper }) => upper),
    );
  }
  if (rows.length > 0)
    model.changeRowsBounds(
      { kind: 'range', from: 0, to: rows.length - 1 },
      rows.map(({ lower }) => lower),
      rows.map(({ upper }) => upper),
    );
}

function answerOf(highs: Highs, model: Model, lp: Lp): LpResult {
  const { optimal, infeasible, unbounded, empty } = highs.constants.modelStatus;
  const status = model.getModelStatus();
  if (status === optimal || status === empty) return optimumOf(model);
  if (status === unbounded) return { status: 'unbounded' };
  if (status === infeasible) return conflictOf(highs, model, lp);
  throw new Error(`HiGHS ended with status ${status}.`);
}

/** HiGHS gives duals as the change of the objective for one unit more of a bound, in either direction: the prices of core. */
function optimumOf(model: Model): LpOptimum {
  const { colValue, colDual, rowDual } = model.getSolution();
  return {
    status: 'optimal',
    objective: model.getObjectiveValue(),
    values: plain(colValue),
    prices: plain(rowDual),
    reducedCosts: plain(colDual),
  };
}

/** As a list, and without a negative zero. */
const plain = (values: Float64Array): number[] => Array.from(values, (value) => value + 0);

function conflictOf(highs: Highs, model: Model, lp: Lp): LpConflict {
  const { colIndex, colBound, rowIndex } = model.getIis();
  const { boundLower, boundUpper, boundBoxed } = highs.constants.iis;
  const bounds = Array.from(colIndex).flatMap((column, at) => {
    const side = colBound[at];
    const id = lp.columns[column]?.id ?? '';
    return [
      ...(side === boundLower || side === boundBoxed ? [{ column: id, side: 'lower' as const }] : []),
      ...(side === boundUpper || side === boundBoxed ? [{ column: id, side: 'upper' as const }] : []),
    ];
  });
  return { status: 'infeasible', rows: Array.from(rowIndex, (row) => lp.rows[row]?.id ?? ''), bounds };
}
