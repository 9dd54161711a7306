using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Suiying.Contracts.Requests;
using Suiying.Engines.Dispatch;
using Suiying.Engines.Learning;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>Keeps models in the file store and brings them back into this process.</summary>
public sealed class ModelFiles(UnderstandingDb db, IFileStore files, ModelsInUse held, ILogger<ModelFiles> log) : IFilesInUse
{
    /// <summary>Of so many of each kind the files are kept, besides the one in use.</summary>
    private const int Kept = 10;

    internal Task<string> Save(CategoryModel model, CancellationToken ct) => Save(model.Engine.Save, ct);

    internal Task<string> Save(UnitModel model, CancellationToken ct) => Save(model.Engine.Save, ct);

    /// <summary>Puts a model to use in this process; false where its file is gone or damaged.</summary>
    public async Task<bool> Hold(LearntModel row, CancellationToken ct)
    {
        if (held.IsLost(row.File))
            return false;
        await using var file = await files.Open(row.File, ct);
        if (file is null)
            return Lost(row, null);
        try
        {
            if (row.Kind is ModelKind.Category)
                held.Hold(row, new CategoryModel(TextClassifier.Load(file)));
            else
                held.Hold(row, new UnitModel(DispatchModel.Load(file)));
            return true;
        }
        catch (Exception damaged) when (damaged is TextClassifierDamaged or DispatchModelDamaged)
        {
            return Lost(row, damaged);
        }
    }

    /// <summary>Told once: the proposals of this kind come from the city's own words and lists until another model is used.</summary>
    private bool Lost(LearntModel row, Exception? damaged)
    {
        held.Lose(row.File);
        log.LogWarning(damaged, "The file of {Kind} model {Number} is gone or damaged; train anew or use another", row.Kind, row.Number);
        return false;
    }

    public async Task<IReadOnlySet<string>> Files(CancellationToken ct)
    {
        var rows = await db
            .Models.AsNoTracking()
            .OrderByDescending(m => m.Number)
            .Select(m => new
            {
                m.Kind,
                m.State,
                m.File,
            })
            .ToListAsync(ct);
        return rows.GroupBy(m => m.Kind)
            .SelectMany(kind => kind.Take(Kept).Concat(kind.Where(m => m.State == ModelState.InUse)))
            .Select(m => m.File)
            .ToHashSet(StringComparer.Ordinal);
    }

    private async Task<string> Save(Action<Stream> write, CancellationToken ct)
    {
        using var file = new MemoryStream();
        write(file);
        return await files.Save(file.ToArray(), ct);
    }
}
