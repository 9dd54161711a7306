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

        /// <summary>The month of scores in which it stands.</summary>
        public required DateOnly Month { get; init; }

        public required ExclusionGround? Ground { get; init; }

        public required string Statement { get; init; }

        public string Basis { get; init; } = "";

        /// <summary>Photos of documents.</summary>
        public IReadOnlyList<IFormFile> Photos { get; init; } = [];
    }

    /// <summary>The callback that it would be about; the refusal says why it cannot be asked for.</summary>
    public async Task<Outcome<ScoredCallback>> Find(string number, DateOnly month, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler) || by.UnitCode is null)
            return new NotAllowed();
        var callback = await db.Callbacks.AsNoTracking().FirstOrDefaultAsync(c => c.Number == number && c.Month == month, ct);
        if (callback is null || !ScoreAccess.IsOwn(by, callback.Unit, registry.Current.Units))
            return new NotFound();
        return await Asked(callback, ct) ? new ExclusionAskedAlready() : callback;
    }

    public async Task<Outcome<Guid>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await Find(command.Number, command.Month, by, ct)).Ok(out var callback, out var refusal))
            return refusal;
        if (!(await Keep(command.Photos, ct)).Ok(out var files, out refusal))
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

    /// <summary>One bad photo refuses all, so that nobody believes that it was sent.</summary>
    private async Task<Outcome<IReadOnlyList<string>>> Keep(IReadOnlyList<IFormFile> sent, CancellationToken ct)
    {
        // A file input that was left empty still sends one part without content.
        var real = sent.Where(p => p.Length > 0 || p.FileName.Length > 0).ToList();
        if (real.Count > IIncomingPhotos.Most)
            return Refusal.Invalid(new FieldProblem("photos", $"最多上传 {IIncomingPhotos.Most} 张照片，现在有 {real.Count} 张。"));
        var files = new List<string>();
        foreach (var (photo, index) in real.Select((p, i) => (p, i + 1)))
        {
            if (photo.Length > IIncomingPhotos.MostBytes)
                return Refusal.Invalid(
                    new FieldProblem("photos", $"第 {index} 张照片太大，每张不超过 {IIncomingPhotos.MostBytes / 1024 / 1024} MB。")
                );
            using var bytes = new MemoryStream((int)photo.Length);
            await photo.CopyToAsync(bytes, ct);
            if (!(await photos.Keep(bytes.ToArray(), ct)).Ok(out var file, out var refusal))
                return Refusal.Invalid(new FieldProblem("photos", $"第 {index} 张照片：{refusal.Text}"));
            files.Add(file);
        }
        return files.Distinct().ToList();
    }
}
