using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>启用: puts an earlier or a waiting model to use, by one press. Other processes follow within seconds.</summary>
public sealed class ChooseModel(UnderstandingDb db, IMatterDecisions decisions, ModelFiles files, TimeProvider time)
{
    public async Task<Outcome<LearntModel>> Run(Guid id, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        if (await db.Models.FirstOrDefaultAsync(m => m.Id == id, ct) is not { } model)
            return new NotFound();
        if (model.State is ModelState.InUse)
            return new ModelInUse();

        var now = time.GetUtcNow();
        // What was decided since is left out: it may be why the other one was left. The next training reads all of it.
        var newest = await decisions.Before(long.MaxValue, 1, ct);
        var other = await db.Models.FirstOrDefaultAsync(m => m.Kind == model.Kind && m.State == ModelState.InUse, ct);
        other?.Replace(by, now);
        model.Use(newest is [var last] ? last.Position : 0, chosen: true, by, now);
        if (!await files.Hold(model, ct))
            return new ModelFileGone();
        await db.SaveChangesAsync(ct);
        return model;
    }
}
