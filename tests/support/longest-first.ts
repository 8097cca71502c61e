import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The walks over every screen take longest of all and are small files, by which vitest goes where it never ran. */
const isWalk = ({ moduleId }: TestSpecification): boolean => /\/screens-(light|dark)\.test\.ts$/.test(moduleId);

/** What takes longest begins first, or everything else waits for it at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter(isWalk), ...sorted.filter((one) => !isWalk(one))];
  }
}
