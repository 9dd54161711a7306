using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Suiying.Kernel;
using Suiying.Kernel.Data;
using Suiying.People.Storage;

namespace Suiying.Schema.Backups;

/// <summary>核验运行中的城市: tables, the database's own check, the journal, each photo's hash, keys. Writes nothing.</summary>
public sealed class VerifyCity(IDatabaseCopy database, SchemaDb schema, IDatabaseProvider provider, IFileStore files, KeyFolder keys)
{
    public sealed record Command
    {
        public required DatabaseSettings Database { get; init; }

        public Action<string> Tell { get; init; } = _ => { };
    }

    public sealed record Result
    {
        /// <summary>Migrations that wait; where there are any, nothing else was looked at.</summary>
        public required IReadOnlyList<string> Pending { get; init; }

        public required IReadOnlyList<string> Faults { get; init; }

        public required IReadOnlyList<string> DamagedFiles { get; init; }

        public required CityReport? City { get; init; }

        public bool Whole => Pending.Count == 0 && Faults.Count == 0 && DamagedFiles.Count == 0 && City is { Whole: true };
    }

    public async Task<Outcome<Result>> Run(Command command, CancellationToken ct)
    {
        if (!(await database.Look(ct)).Ok(out var place, out var refusal))
            return refusal;
        if (!place.Exists || place.Empty)
            return Refusals.NoDatabase(place.Name);
        var known = schema.Database.GetMigrations().ToList();
        var applied = (await schema.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (applied.Except(known).Any())
            return Refusals.Newer(place.Name, string.Join(", ", applied.Except(known)));
        var result = new Result
        {
            Pending = [.. known.Except(applied)],
            Faults = [],
            DamagedFiles = [],
            City = null,
        };
        if (result.Pending.Count > 0)
            return result;
        command.Tell("检查数据库 …");
        var faults = await database.Faults(ct);
        // Rows first, photos after them: what is named by then is on the disk by then.
        using var check = new CityCheck(provider);
        var report = await check.Run([.. files.List().Select(f => f.Name)], KeyNames.In(keys), command.Tell, ct);
        report = report with { FilesMissing = [.. report.FilesMissing.Except(files.List().Select(f => f.Name))] };
        return result with { Faults = faults, DamagedFiles = await Damaged(command.Tell, ct), City = report };
    }

    private async Task<IReadOnlyList<string>> Damaged(Action<string> tell, CancellationToken ct)
    {
        var damaged = new List<string>();
        var done = 0;
        foreach (var file in files.List())
        {
            await using var content = await files.Open(file.Name, ct);
            tell($"照片 {++done:N0}");
            if (content is not null && Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)) != file.Name)
                damaged.Add(file.Name);
        }
        return damaged;
    }
}
