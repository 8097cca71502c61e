import { message } from '../../../shared/model/message.ts';
import { customerPredictionRequestSchema } from '../../../shared/model/prediction.ts';
import { say } from '../../../shared/words/say.ts';
import type { Compute } from '../compute.ts';
import { writeCsv } from '../export/write-csv.ts';
import type { ProduceFile } from '../exports.ts';
import type { WriterServices } from '../services.ts';
import type { Session } from '../session.ts';
import { keepCustomers, keptModels } from './kept-prediction.ts';
import { predictProject, withMargin } from './predict-project.ts';
import { predictionTable } from './prediction-table.ts';

interface PredictDependencies {
  readonly session: Session;
  readonly compute: Compute;
  readonly produce: ProduceFile;
}

export const createPredictServices = ({
  session,
  compute,
  produce,
}: PredictDependencies): WriterServices['predict'] => ({
  customers: (asked, job) =>
    session.exclusive('predict.customers', async () => {
      const { db } = session;
      const request = customerPredictionRequestSchema.parse(asked);
      const found = await predictProject(db, compute, request, job, keptModels(db, request));
      const write = () =>
        produce(say(message('file.predictions')), 'csv', (path) => {
          const { header, rows } = predictionTable(db, found, request.margin);
          return writeCsv(path, header, rows);
        });
      const file = request.file ? await write() : null;
      job.progress('finishing', 0.98);
      keepCustomers(db, request, found);
      return { ...withMargin(found.view, request.margin), file };
    }),
});
