using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>查看剔除申请, with what the reader may do about it.</summary>
public sealed class ReadExclusion(ExclusionDoor door, IFileStore files)
{
    /// <param name="Exclusion">What was asked.</param>
    /// <param name="Reviews">The reader may review it now.</param>
    /// <param name="Decides">The reader may decide it now.</param>
    /// <param name="Withdraws">The reader may withdraw it now.</param>
    /// <param name="Late">It should have been decided by now.</param>
    public sealed record View(Exclusion Exclusion, bool Reviews, bool Decides, bool Withdraws, bool Late);

    public async Task<Outcome<View>> Run(Guid id, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(id, by, ct)).Ok(out var exclusion, out var refusal))
            return refusal;
        return new View(
            exclusion,
            ReviewExclusion.MayReview(by) && exclusion.State is ExclusionState.Asked,
            DecideExclusion.MayDecide(by) && exclusion.State is ExclusionState.Reviewed,
            ScoreAccess.IsOwn(by, exclusion.Unit, door.City.Units) && exclusion.IsOpen,
            exclusion.IsOpen && door.Now > exclusion.DecideDueAt
        );
    }

    /// <summary>One of its photos.</summary>
    public async Task<Outcome<Stream>> Photo(Guid id, string file, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(id, by, ct)).Ok(out var exclusion, out var refusal))
            return refusal;
        return exclusion.FileList.Contains(file) && await files.Open(file, ct) is { } stream ? stream : new NotFound();
    }
}
