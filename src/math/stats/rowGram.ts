import { centredGramInto } from "../kernels/centredGram";
import { block, turned } from "../kernels/gemm";
import { mirrorUpper } from "../kernels/mirror";
import { type Matrix, zeros } from "../matrix/matrix";

/** ZZᵀ for Z n × d: n × n, symmetric to the bit. n²d flops. */
export function rowGram({ rows: n, cols: d, data }: Matrix): Matrix {
  const out = zeros(n, n);
  const none = new Float64Array(n);
  centredGramInto(out.data, new Float64Array(n), turned(block(data, 0, d)), d, n, none);
  mirrorUpper(out.data, n);
  return out;
}
