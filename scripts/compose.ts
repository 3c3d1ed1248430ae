import { compose } from './compose/compose.ts';
import { composedFiles } from './compose/composed-files.ts';
import { partsOfRepository } from './compose/parts.ts';

composedFiles(compose(partsOfRepository())).write();
