using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>月度通报: all that a month of scores says, in the form in which a city hall circulates it. A leader reads the units of their area.</summary>
public sealed class ReadBulletin(ReadScores read, ListClasses classes, ReadTags tags, ScoreBook book)
{
    /// <param name="Span">The month of scores.</param>
    /// <param name="Groups">With a callback in the month, each in the order of the whole city.</param>
    /// <param name="Classes">The same groups with their classes.</param>
    /// <param name="Tags">七有五性 of the whole city.</param>
    /// <param name="Together">Sums of all units of the city, also of those in no group.</param>
    /// <param name="Before">What all units had together in the month before.</param>
    /// <param name="Releases">Every revision, the newest first.</param>
    public sealed record View(
        MonthSpan Span,
        IReadOnlyList<ReadScores.View> Groups,
        IReadOnlyList<ListClasses.View> Classes,
        ReadTags.View Tags,
        RateCounts Together,
        ThreeRates Before,
        IReadOnlyList<ScoreRelease> Releases
    )
    {
        public DateOnly Month => Span.Month;

        /// <summary>Made up in part or whole.</summary>
        public bool Synthetic => Groups.Any(g => g.Synthetic);
    }

    /// <param name="query">The month; its group is of no account.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Outcome<View>> Run(ReadScores.Query query, Actor by, CancellationToken ct)
    {
        if (!(await tags.Run(new ReadTags.Query { Month = query.Month }, by, ct)).Ok(out var heads, out var refusal))
            return refusal;
        var (groups, lists) = (new List<ReadScores.View>(), new List<ListClasses.View>());
        foreach (var group in ScoreGroups.All)
        {
            if (!(await read.Run(query with { Month = heads.Month, Group = group }, by, ct)).Ok(out var scores, out refusal))
                return refusal;
            if (scores.Rows.Count == 0)
                continue;
            if (!(await classes.Run(new ListClasses.Query { Month = heads.Month, Group = group }, by, ct)).Ok(out var listed, out refusal))
                return refusal;
            groups.Add(scores);
            lists.Add(listed);
        }
        var before = await book.Open(heads.Month.AddMonths(-1), SumOf.Unit, ct);
        return new View(
            heads.Span,
            groups,
            lists,
            heads,
            (await book.Open(heads.Month, SumOf.Unit, ct)).Together,
            before.Together.By(before.Scheme),
            await book.Releases(heads.Month, ct)
        );
    }
}
