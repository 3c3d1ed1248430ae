import type { Connection } from '@ucp/kit/connection';
import { unwell } from '@ucp/kit/health';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/**
 * `/livez`: this process runs. `/readyz`: every part can answer, and who cannot. `/metrics`: for Prometheus.
 * @returns where others put what they count
 */
export function registerHealth(app: FastifyInstance, parts: readonly Pick<Connection, 'name' | 'health'>[]): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'ucp_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    durations.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });

  app.get('/livez', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    const states = await Promise.all(
      parts.map((part) => part.health().catch(() => unwell(part.name, 'does not answer'))),
    );
    const ready = states.every((state) => state.ready);
    return reply.status(ready ? 200 : 503).send({ ready, parts: states });
  });
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
  return registry;
}
