import { buildExplorer } from './build.ts';

await buildExplorer();
