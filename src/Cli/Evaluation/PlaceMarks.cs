using Suiying.Engines.Places;

namespace Suiying.Cli.Evaluation;

/// <summary>What was read in one row.</summary>
internal sealed record PlaceAnswer(PlaceRow Row, PlaceReading Reading)
{
    /// <summary>The codes in the order in which they are offered, the answer first.</summary>
    public IReadOnlyList<string> Offered =>
        [.. Reading.Alternatives.Select(a => a.Code).Prepend(Reading.Best ?? "").Where(c => c.Length > 0)];

    public string Said => Reading.Ask ? string.Join(PlaceTable.Separator, Offered.Order(StringComparer.Ordinal)) : Reading.Best ?? "";

    /// <summary>The one code; or a question that offers exactly these; or nothing where there is nothing.</summary>
    public bool Right =>
        Row.Codes.Count switch
        {
            0 => Reading.Best is null && !Reading.Ask,
            1 => Reading.Best == Row.Codes[0],
            _ => Reading.Ask && Offered.ToHashSet(StringComparer.Ordinal).SetEquals(Row.Codes),
        };
}

/// <summary>How good the reading of places was.</summary>
internal sealed class PlaceMarks(IReadOnlyList<PlaceAnswer> answers)
{
    private const double Wanted = 0.95;

    private readonly List<PlaceAnswer> one = [.. answers.Where(a => a.Row.Codes.Count == 1)];

    public int Count => answers.Count;

    public double Accuracy => Share(answers.Count(a => a.Right), answers.Count);

    public IEnumerable<PlaceAnswer> Wrong => answers.Where(a => !a.Right);

    /// <summary>Of the rows with one right code, the share that has it among the first so many offered.</summary>
    public double Top(int most) => Share(one.Count(a => a.Offered.Take(most).Contains(a.Row.Codes[0])), one.Count);

    /// <summary>Share of all rows that can be answered unseen, the surest first, while 95 of 100 answers are right.</summary>
    public double CoverageAt95
    {
        get
        {
            var (right, covered, said) = (0, 0, 0);
            foreach (var answer in answers.Where(a => a.Reading.Best is not null).OrderByDescending(a => a.Reading.Confidence))
            {
                said++;
                right += answer.Right ? 1 : 0;
                if (right >= Wanted * said)
                    covered = said;
            }
            return Share(covered, answers.Count);
        }
    }

    /// <summary>Rows and share right by a name given to each row, in the order in which the names come.</summary>
    public IEnumerable<(string Kind, int Count, double Right)> By(Func<PlaceAnswer, string> kind) =>
        answers.GroupBy(kind).Select(g => (g.Key, g.Count(), Share(g.Count(a => a.Right), g.Count())));

    /// <summary>By tenths of confidence, counted from 0: rows that were answered, mean confidence, share right.</summary>
    public IEnumerable<(int Tenth, int Count, double Confidence, double Right)> Bands =>
        new Marks(
            answers
                .Where(a => a.Reading.Best is not null)
                .Select(a => new Answer(a.Row.Id, a.Right ? a.Said : "-", [a.Said], a.Reading.Confidence))
        ).Bands;

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
