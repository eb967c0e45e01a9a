const most = 100_000;

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for 0 ≤ z < 1 and c not 0, −1, −2 …, by its series; where that grows too fast, by
 * Euler's transformation `(1 − z)^(c−a−b) ₂F₁(c−a, c−b; c; z)`.
 * @throws RangeError outside that range, or where the series has not settled after 100,000 terms
 */
export function hyp2f1(a: number, b: number, c: number, z: number): number {
  if (!(z >= 0 && z < 1)) throw new RangeError(`The series is summed for 0 ≤ z < 1; got ${z}.`);
  if (Number.isInteger(c) && c <= 0) throw new RangeError(`c is no whole number below 1; got ${c}.`);
  if (a + b > c) return (1 - z) ** (c - a - b) * series(c - a, c - b, c, z);
  return series(a, b, c, z);
}

function series(a: number, b: number, c: number, z: number): number {
  let [sum, term] = [1, 1];
  for (let at = 0; at < most; at += 1) {
    term *= (((a + at) * (b + at)) / ((c + at) * (at + 1))) * z;
    sum += term;
    if (Math.abs(term) <= 1e-16 * Math.abs(sum)) return sum;
  }
  throw new RangeError(`₂F₁(${a}, ${b}; ${c}; ${z}) did not settle.`);
}
