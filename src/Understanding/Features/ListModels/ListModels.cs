using Microsoft.EntityFrameworkCore;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>模型一览: of each kind the models that were trained, newest first, and how the one in use agrees with what people decide.</summary>
public sealed class ListModels(UnderstandingDb db, LearningProgress progress)
{
    /// <summary>Of each kind so many are listed; their files are kept.</summary>
    public const int Listed = 10;

    /// <summary>Days that are looked back.</summary>
    public const int Days = 60;

    /// <param name="Kinds">Category first.</param>
    /// <param name="Learning">How far a training is that runs or was asked for; null where none is.</param>
    /// <param name="Refused">Why the last training of this process came to nothing.</param>
    public sealed record View(IReadOnlyList<KindView> Kinds, LearningStep? Learning, Refusal? Refused);

    /// <param name="Kind">Which.</param>
    /// <param name="Models">Newest first.</param>
    /// <param name="Drift">Of all models, by day, oldest first.</param>
    public sealed record KindView(ModelKind Kind, IReadOnlyList<LearntModel> Models, IReadOnlyList<ModelDay> Drift)
    {
        public LearntModel? InUse => Models.FirstOrDefault(m => m.State is ModelState.InUse);
    }

    public async Task<Outcome<View>> Run(Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin, Role.Supervisor))
            return new NotAllowed();
        var kinds = new List<KindView>();
        foreach (var kind in Enum.GetValues<ModelKind>())
            kinds.Add(new KindView(kind, await Newest(kind, ct), await Drift(kind, ct)));
        return new View(kinds, progress.Step, progress.Refused);
    }

    private async Task<List<LearntModel>> Newest(ModelKind kind, CancellationToken ct)
    {
        var newest = await db
            .Models.AsNoTracking()
            .Where(m => m.Kind == kind)
            .OrderByDescending(m => m.Number)
            .Take(Listed)
            .ToListAsync(ct);
        if (newest.TrueForAll(m => m.State is not ModelState.InUse))
            newest.AddRange(await db.Models.AsNoTracking().Where(m => m.Kind == kind && m.State == ModelState.InUse).ToListAsync(ct));
        return newest;
    }

    private async Task<List<ModelDay>> Drift(ModelKind kind, CancellationToken ct)
    {
        var days = await db
            .Days.AsNoTracking()
            .Where(d => db.Models.Any(m => m.Id == d.ModelId && m.Kind == kind))
            .GroupBy(d => d.Day)
            .Select(g => new ModelDay
            {
                Day = g.Key,
                Asked = g.Sum(d => d.Asked),
                First = g.Sum(d => d.First),
                Three = g.Sum(d => d.Three),
                Sure = g.Sum(d => d.Sure),
                SureRight = g.Sum(d => d.SureRight),
            })
            .OrderByDescending(d => d.Day)
            .Take(Days)
            .ToListAsync(ct);
        days.Reverse();
        return days;
    }
}
