using Suiying.Contracts.Requests;
using Suiying.Registry.Model.Duties;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>预览派单目录的影响: asks the old and the drafted list for the matters of the last days and all open ones; changes nothing.</summary>
public sealed class PreviewDuties(EditDuties editing, CityEdits edits, CityRegistry registry, IRequestTallies tallies, TimeProvider time)
{
    public const int MostDays = 366;

    public sealed record Query
    {
        /// <summary>How far back, 1 to <see cref="MostDays"/>.</summary>
        public required int Days { get; init; }
    }

    /// <param name="Draft">Id of the draft; null where nothing is drafted.</param>
    /// <param name="Changes">How many rules it changes.</param>
    /// <param name="Replay">What would go elsewhere.</param>
    /// <param name="Examples">Numbers of public matters of each move, in the order of the moves.</param>
    /// <param name="Gaps">What is wrong with the list as it would be.</param>
    public sealed record View(Guid? Draft, int Changes, DutyReplay Replay, IReadOnlyList<IReadOnlyList<string>> Examples, DutyGaps Gaps);

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!(await editing.Look(by, ct)).Ok(out var draft, out var refusal))
            return refusal;
        if (!(await edits.Proved(draft.Changes.Values, ct)).Ok(out var proof, out refusal))
            return refusal;
        var next = PackEntries.Snapshot(proof.Version, proof.Entries);

        var from = time.GetUtcNow().AddDays(-Math.Clamp(query.Days, 1, MostDays));
        var replay = DutyReplay.Of(await tallies.Since(from, ct), registry.Current, next);
        var examples = new List<IReadOnlyList<string>>();
        foreach (var move in replay.Moves)
            examples.Add(await tallies.Numbers(move.Kinds[0].Category, move.Kinds[0].Area, from, ct));
        return new View(draft.Draft, draft.Changes.Count, replay, examples, DutyGaps.Of(next));
    }
}
