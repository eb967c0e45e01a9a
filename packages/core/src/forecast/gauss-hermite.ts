/**
 * Nodes and weights of Gauss–Hermite quadrature for ∫ e^(−x²)·f(x) dx / √π, weights summing to one (Newton on orthonormal Hermite
 * polynomials with the usual starts: Press et al., Numerical Recipes, 4.6). Throws RangeError unless 1 ≤ count ≤ 60.
 */
export function gaussHermite(count: number): { readonly node: number; readonly weight: number }[] {
  if (!Number.isInteger(count) || count < 1 || count > 60)
    throw new RangeError(`A rule has 1 to 60 points; got ${count}.`);
  const nodes: number[] = [];
  const found: { node: number; weight: number }[] = [];
  for (let at = 0; at < Math.ceil(count / 2); at += 1) {
    let node = startOf(at, count, nodes);
    let slope = 1;
    for (let step = 0; step < 50; step += 1) {
      const { value, below } = hermite(count, node);
      slope = Math.sqrt(2 * count) * below;
      const move = value / slope;
      node -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    nodes.push(node);
    const weight = 2 / (slope * slope) / Math.sqrt(Math.PI);
    if (count % 2 === 1 && at === Math.floor(count / 2)) found.push({ node: 0, weight });
    else found.push({ node, weight }, { node: -node, weight });
  }
  return found.sort((a, b) => a.node - b.node);
}

function startOf(at: number, count: number, nodes: readonly number[]): number {
  const [last = 0, before = 0] = [nodes[at - 1], nodes[at - 2]];
  if (at === 0) return Math.sqrt(2 * count + 1) - 1.85575 * (2 * count + 1) ** (-1 / 6);
  if (at === 1) return last - (1.14 * count ** 0.426) / last;
  if (at === 2) return 1.86 * last - 0.86 * before;
  if (at === 3) return 1.91 * last - 0.91 * before;
  return 2 * last - before;
}

/** The orthonormal Hermite polynomial of a degree, and that of the degree below. */
function hermite(degree: number, x: number): { value: number; below: number } {
  let [value, below] = [Math.PI ** -0.25, 0];
  for (let at = 1; at <= degree; at += 1)
    [value, below] = [x * Math.sqrt(2 / at) * value - Math.sqrt((at - 1) / at) * below, value];
  return { value, below };
}
