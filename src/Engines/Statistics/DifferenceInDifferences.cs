namespace Suiying.Engines.Statistics;

/// <summary>
/// 双重差分: did something change that all else did not? Weeks are compared with the same weeks of the year before and with all else in the same weeks,
/// so that neither a season nor a trend of the whole city looks like an effect. The estimate is that of a Poisson regression with an effect of each
/// week in each group and in each year; with these it is the common odds ratio of one table of four counts a week (Breslow and Day, Statistical Methods in
/// Cancer Research I, 1980, 4.4). Weeks that differ more than chance widen the interval: their Breslow–Day statistic over its freedom is the dispersion
/// (McCullagh and Nelder, Generalized Linear Models, 1989, 4.5), or more where weeks beside each other go together (blocks as clusters, Liang and Zeger,
/// Biometrika 73, 1986), and Student's t takes the place of the normal distribution. Pure and thread-safe.
/// </summary>
public static class DifferenceInDifferences
{
    private const int MostRounds = 200;
    private const double Settled = 1e-12;

    /// <summary>Fewer weeks with counts on every side tell nothing of how much weeks differ.</summary>
    public const int LeastWeeks = 4;

    /// <summary>The effect; null where fewer than <see cref="LeastWeeks"/> weeks have counts on every side, or on one side there is none at all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is below zero.</exception>
    public static Effect? Of(IReadOnlyList<PairedWeek> weeks)
    {
        if (weeks.Any(w => w.Before < 0 || w.After < 0 || w.OthersBefore < 0 || w.OthersAfter < 0))
            throw new ArgumentOutOfRangeException(nameof(weeks), "A count is 0 or more.");
        var tables = weeks.Where(w => Table.Tells(w)).Select(w => new Table(w)).ToList();
        if (tables.Count < LeastWeeks || Solve(tables) is not { } log)
            return null;
        var fits = tables.ConvertAll(table => table.Fit(Math.Exp(log)));
        var residuals = fits.Select((fit, i) => tables[i].After - fit.Count).ToArray();
        var information = fits.Sum(f => f.Weight);
        var squares = residuals.Select((r, i) => r * r / fits[i].Weight).Sum();
        var blocks = residuals.Chunk(Together(tables.Count)).Select(block => block.Sum()).ToArray();
        var apart = blocks.Sum(b => b * b) / information * blocks.Length / (blocks.Length - 1);
        // Weeks that differ less than chance lets them are chance too: the interval is not narrowed for it.
        var dispersion = Math.Max(1, Math.Max(squares / (tables.Count - 1), apart));
        var half = StudentT.Quantile(0.975, blocks.Length - 1) * Math.Sqrt(dispersion / information);
        return new Effect
        {
            Ratio = Math.Exp(log),
            Low = Math.Exp(log - half),
            High = Math.Exp(log + half),
            Expected = weeks.Sum(w => (double)w.After) / Math.Exp(log),
            Dispersion = dispersion,
            Weeks = tables.Count,
        };
    }

    /// <summary>
    /// So many weeks are taken together as one: a matter of which a whole place complains lasts longer than a week, so weeks beside each other are not two
    /// witnesses. Few enough that at least four remain.
    /// </summary>
    private static int Together(int weeks) =>
        weeks switch
        {
            < 8 => 1,
            < 24 => 2,
            _ => 4,
        };

    /// <summary>Where the sum of the fitted counts is that of the counts: it rises with the ratio, so the answer is closed in from both sides.</summary>
    private static double? Solve(List<Table> tables)
    {
        var counted = tables.Sum(t => t.After);
        if (counted <= tables.Sum(t => t.Least) || counted >= tables.Sum(t => t.Most))
            return null;
        var (low, high, log) = (-50.0, 50.0, 0.0);
        for (var round = 0; round < MostRounds; round++)
        {
            var (sum, slope) = (0.0, 0.0);
            foreach (var table in tables)
            {
                var (fitted, weight) = table.Fit(Math.Exp(log));
                (sum, slope) = (sum + fitted, slope + weight);
            }
            var off = counted - sum;
            (low, high) = off > 0 ? (log, high) : (low, log);
            var next = log + off / slope;
            if (!(next > low && next < high))
                next = (low + high) / 2;
            if (Math.Abs(next - log) <= Settled)
                return next;
            log = next;
        }
        return log;
    }

    /// <summary>The four counts of a week, by their sums.</summary>
    private readonly struct Table(PairedWeek week)
    {
        private readonly double row = (double)week.Before + week.After;
        private readonly double column = (double)week.After + week.OthersAfter;
        private readonly double all = (double)week.Before + week.After + week.OthersBefore + week.OthersAfter;

        public double After => week.After;

        public double Least => Math.Max(0, row + column - all);

        public double Most => Math.Min(row, column);

        /// <summary>A week with an empty side fits any ratio.</summary>
        public static bool Tells(PairedWeek w) =>
            w.Before + (long)w.After > 0
            && w.OthersBefore + (long)w.OthersAfter > 0
            && w.Before + (long)w.OthersBefore > 0
            && w.After + (long)w.OthersAfter > 0;

        /// <summary>The count that has the same sums and this odds ratio, and what it weighs.</summary>
        public (double Count, double Weight) Fit(double ratio)
        {
            var middle = all - row - column + ratio * (row + column);
            var root = Math.Sqrt(Math.Max(0, middle * middle - 4 * ratio * (ratio - 1) * row * column));
            var count = 2 * ratio * row * column / (middle + root);
            var weight = 1 / (1 / count + 1 / (row - count) + 1 / (column - count) + 1 / (all - row - column + count));
            return (count, weight);
        }
    }
}
