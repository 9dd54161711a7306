using Suiying.Design;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>查看剔除申请, with what the reader may do about it.</summary>
public sealed class ReadExclusion(ExclusionDoor door, IFileStore files)
{
    /// <param name="File">Name of a kept file.</param>
    /// <param name="IsPdf">A document, and no photo.</param>
    public sealed record Evidence(string File, bool IsPdf);

    /// <param name="Exclusion">What was asked.</param>
    /// <param name="Evidence">What was brought forward for it.</param>
    /// <param name="Reviews">The reader may review it now.</param>
    /// <param name="Decides">The reader may decide it now.</param>
    /// <param name="Withdraws">The reader may withdraw it now.</param>
    /// <param name="Late">It should have been decided by now.</param>
    public sealed record View(Exclusion Exclusion, IReadOnlyList<Evidence> Evidence, bool Reviews, bool Decides, bool Withdraws, bool Late);

    public async Task<Outcome<View>> Run(Guid id, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(id, by, ct)).Ok(out var exclusion, out var refusal))
            return refusal;
        return new View(
            exclusion,
            await Kinds(exclusion, ct),
            ReviewExclusion.MayReview(by) && exclusion.State is ExclusionState.Asked,
            DecideExclusion.MayDecide(by) && exclusion.State is ExclusionState.Reviewed,
            ScoreAccess.IsOwn(by, exclusion.Unit, door.City.Units) && exclusion.IsOpen,
            exclusion.IsOpen && door.Now > exclusion.DecideDueAt
        );
    }

    private async Task<IReadOnlyList<Evidence>> Kinds(Exclusion exclusion, CancellationToken ct)
    {
        var kinds = new List<Evidence>();
        foreach (var file in exclusion.FileList)
        {
            await using var stream = await files.Open(file, ct);
            kinds.Add(new Evidence(file, stream is not null && await KeptFile.IsPdf(stream, ct)));
        }
        return kinds;
    }

    /// <summary>One of its photos or documents.</summary>
    public async Task<Outcome<Stream>> File(Guid id, string file, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(id, by, ct)).Ok(out var exclusion, out var refusal))
            return refusal;
        return exclusion.FileList.Contains(file) && await files.Open(file, ct) is { } stream ? stream : new NotFound();
    }
}
