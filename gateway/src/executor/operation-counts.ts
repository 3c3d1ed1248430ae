import { Counter, type Registry } from 'prom-client';
import type { NotCompiledReason } from './not-compiled.ts';

/** Counts executions of the graph by how they ran: compiled, or for which reason left to Apollo's executor. */
export function countOperations(registry: Registry): (reason: NotCompiledReason | null) => void {
  const operations = new Counter({
    name: 'ucp_graph_operations_total',
    help: 'Operations of the graph, by executor ("compiled" or "apollo") and by the reason why one was not compiled.',
    labelNames: ['executor', 'reason'],
    registers: [registry],
  });
  return (reason) => operations.inc({ executor: reason === null ? 'compiled' : 'apollo', reason: reason ?? '' });
}
