using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>One model: on what it was trained, how it was measured, and what it mistook for what, then and since.</summary>
public sealed class ReadModel(UnderstandingDb db, ICityRegistry registry)
{
    private const int MistakesShown = 60;

    /// <param name="Model">The model.</param>
    /// <param name="Days">How it agreed with decisions since it is in use, oldest first.</param>
    /// <param name="Since">What it mistook for what since then, the most frequent first.</param>
    /// <param name="Names">What the codes are called today.</param>
    public sealed record View(LearntModel Model, IReadOnlyList<ModelDay> Days, IReadOnlyList<Mistake> Since, Func<string, string> Names);

    public async Task<Outcome<View>> Run(Guid id, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin, Role.Supervisor))
            return new NotAllowed();
        if (await db.Models.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } model)
            return new NotFound();
        var city = registry.Current;
        string Name(string code) =>
            code.Length == 0 ? "—"
            : model.Kind is ModelKind.Category ? city.Categories.Find(code)?.Name ?? code
            : city.Units.NameOf(code);
        var days = await db.Days.AsNoTracking().Where(d => d.ModelId == id).OrderBy(d => d.Day).ToListAsync(ct);
        var mistakes = await db
            .Mistakes.AsNoTracking()
            .Where(m => m.ModelId == id)
            .OrderByDescending(m => m.Count)
            .ThenBy(m => m.Decided)
            .Take(MistakesShown)
            .ToListAsync(ct);
        return new View(model, days, mistakes.ConvertAll(m => new Mistake(m.Decided, m.Proposed, m.Count)), Name);
    }
}
