using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>申请剔除: a unit objects to one answer that stands in its score.</summary>
public sealed class AskExclusion(ScoresDb db, IIncomingPhotos photos, ICityRegistry registry, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>The request whose answer is meant.</summary>
        public required string Number { get; init; }

        /// <summary>Code of the unit in whose score it stands.</summary>
        public required string Unit { get; init; }

        /// <summary>The month of scores in which it stands.</summary>
        public required DateOnly Month { get; init; }

        public required ExclusionGround? Ground { get; init; }

        public required string Statement { get; init; }

        public string Basis { get; init; } = "";

        /// <summary>Photos, or documents as PDF.</summary>
        public IReadOnlyList<IFormFile> Evidence { get; init; } = [];
    }

    /// <summary>The callback that it would be about; the refusal says why it cannot be asked for.</summary>
    public async Task<Outcome<ScoredCallback>> Find(string number, string unit, DateOnly month, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler))
            return new NotAllowed();
        if (!ScoreAccess.IsOwn(by, unit, registry.Current.Units))
            return new NotFound();
        var ofUnit = db.Callbacks.AsNoTracking().Where(c => c.Month == month && c.Unit == unit);
        if (await ofUnit.FirstOrDefaultAsync(c => c.Number == number, ct) is not { } callback)
            return new NotFound();
        return await Asked(callback, ct) ? new ExclusionAskedAlready() : callback;
    }

    public async Task<Outcome<Guid>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await Find(command.Number, command.Unit, command.Month, by, ct)).Ok(out var callback, out var refusal))
            return refusal;
        if (!(await photos.KeepEvidence(command.Evidence, ct)).Ok(out var files, out refusal))
            return refusal;
        var said = new ExclusionCase
        {
            Ground = command.Ground,
            Statement = command.Statement,
            Basis = command.Basis,
            Files = files,
        };
        if (!Exclusion.Ask(callback, said, registry.Current, by, time.GetUtcNow()).Ok(out var exclusion, out refusal))
            return refusal;
        db.Exclusions.Add(exclusion);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // A colleague asked at the same moment; the index lets one through.
            db.ChangeTracker.Clear();
            if (await Asked(callback, ct))
                return new ExclusionAskedAlready();
            throw;
        }
        return exclusion.Id;
    }

    private Task<bool> Asked(ScoredCallback callback, CancellationToken ct) =>
        db.Exclusions.AnyAsync(e => e.RequestId == callback.RequestId && e.Seq == callback.Seq && e.State != ExclusionState.Withdrawn, ct);
}
