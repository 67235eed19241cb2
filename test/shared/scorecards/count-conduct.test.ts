import { describe, expect, it } from 'vitest';
import { countConduct } from '#shared/scorecards/count-conduct.ts';
import { day, facts } from '#test/shared/samples.ts';

/** A meeting with 17 present that says nothing of all this, and what is said of it. */
function counted(changes: Parameters<typeof facts>[0] = {}, assignedTasks?: number) {
  const { targetsSet: _, ...silent } = facts();
  const { tasks, ...rest } = facts(changes);
  const said = { ...silent, ...Object.fromEntries(Object.entries(rest).filter(([name]) => name in changes)) };
  return countConduct({ ...said, tasks }, assignedTasks);
}

describe('late arrivals are counted of those present', () => {
  it.each([
    [{ late: 3 }, { lateMembers: 3, latePresent: 17 }],
    // None is an answer.
    [{ late: 0 }, { lateMembers: 0, latePresent: 17 }],
    [{ late: 17 }, { lateMembers: 17, latePresent: 17 }],
    [{}, { lateUnknown: 1 }],
    [{ late: 18 }, { lateUnknown: 1 }],
    [
      { late: 0, present: 0 },
      { lateMembers: 0, latePresent: 0 },
    ],
  ])('%j is %j', (said, says) => {
    const { lateMembers, latePresent, lateUnknown } = counted(said);
    expect({ lateMembers, latePresent, lateUnknown }).toEqual({ ...says });
  });
});

describe('notes are taken, are not, or it is unknown', () => {
  it.each([
    [{ notesTaken: 'yes' }, { notesKnown: 1, notesTaken: 1 }],
    [{ notesTaken: 'no' }, { notesKnown: 1 }],
    [{}, { notesUnknown: 1 }],
  ] as const)('%j is %j', (said, says) => {
    const { notesKnown, notesTaken, notesUnknown } = counted(said);
    expect({ notesKnown, notesTaken, notesUnknown }).toEqual(says);
  });
});

describe('half of those present spoke', () => {
  it.each([
    [
      { present: 18, speakers: 9 },
      { speakersKnown: 1, halfSpoke: 1 },
    ],
    [{ present: 18, speakers: 8 }, { speakersKnown: 1 }],
    // Of an odd number no half is reached below the half.
    [
      { present: 17, speakers: 9 },
      { speakersKnown: 1, halfSpoke: 1 },
    ],
    [{ present: 17, speakers: 8 }, { speakersKnown: 1 }],
    [
      { present: 17, speakers: 17 },
      { speakersKnown: 1, halfSpoke: 1 },
    ],
    [{ present: 17, speakers: 0 }, { speakersKnown: 1 }],
    // More than were there, a blank, and nobody there say nothing.
    [{ present: 17, speakers: 18 }, { speakersUnknown: 1 }],
    [{ present: 17 }, { speakersUnknown: 1 }],
    [{ present: 0, speakers: 0 }, { speakersUnknown: 1 }],
  ])('%j is %j', (said, says) => {
    const { speakersKnown, halfSpoke, speakersUnknown } = counted(said);
    expect({ speakersKnown, halfSpoke, speakersUnknown }).toEqual(says);
  });
});

const dated = { what: 'Họp thôn', due: day('2021-03-02') };
const undated = { what: 'Họp thôn', who: 'Chi ủy' };
const [yes, no, unknown] = [{ concreteKnown: 1, concrete: 1 }, { concreteKnown: 1 }, { concreteUnknown: 1 }];

describe('a resolution is concrete with a target and a task with owner and day', () => {
  it.each([
    [{ targetsSet: 1, tasks: [dated] }, 1, yes],
    [{ targetsSet: 4, tasks: [dated, undated] }, 2, yes],
    [{ targetsSet: 0, tasks: [dated] }, 1, no],
    [{ targetsSet: 1, tasks: [dated] }, 0, no],
    [{ targetsSet: 1, tasks: [] }, 0, no],
    // A conclusion is judged like a resolution; of neither there is nothing to judge.
    [{ resolution: 'conclusion', targetsSet: 1, tasks: [dated] }, 1, yes],
    [{ resolution: 'none', targetsSet: 1, tasks: [dated] }, 1, {}],
    // How many targets there were is not said.
    [{ tasks: [dated] }, 1, unknown],
    [{ tasks: [dated] }, 0, no],
    // Nobody noted whether a task had an owner, as in reports from before that was noted.
    [{ targetsSet: 1, tasks: [dated] }, undefined, unknown],
    [{ targetsSet: 1, tasks: [undated] }, undefined, no],
    [{ targetsSet: 1, tasks: [] }, undefined, no],
    [{ targetsSet: 0, tasks: [dated] }, undefined, no],
    [{ tasks: [dated] }, undefined, unknown],
  ] as const)('%j with %s assigned is %j', (said, assigned, says) => {
    const { concreteKnown, concrete, concreteUnknown } = counted(said, assigned);
    expect({ concreteKnown, concrete, concreteUnknown }).toEqual(says);
  });
});
