/** How much of the probability an interval of a prediction holds. */
export const intervalLevel = 0.9;

/** Standard deviations on either side that hold as much of a normal distribution. */
export const normalReach = 1.6448536269514722;
