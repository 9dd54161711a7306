using Microsoft.EntityFrameworkCore;
using Suiying.Kernel;
using Suiying.Kernel.Data;
using Suiying.People;
using Suiying.People.Storage;
using Suiying.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Storage;

namespace Suiying.Schema.Backups;

/// <summary>Looks through a whole city that stands in one database: its journal, the photos it names, the keys it needs.</summary>
internal sealed class CityCheck(IDatabaseProvider provider) : IDisposable
{
    private readonly WriteGate gate = new(provider);

    /// <param name="files">Photos that are there.</param>
    /// <param name="keys">Names of the keys that are there.</param>
    /// <param name="tell">Told how far it is.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<CityReport> Run(
        IReadOnlyCollection<string> files,
        IReadOnlyCollection<string> keys,
        Action<string> tell,
        CancellationToken ct
    )
    {
        await using var requests = Requests();
        await using var people = People();
        var verify = new VerifyJournal.Command { Progress = steps => tell($"核验流转记录 {steps:N0}") };
        var journal = (await new VerifyJournal(requests).Run(verify, Actor.System, ct)).Value;
        var named = (await requests.Attachments.Where(a => a.ErasedAt == null).Select(a => a.File).Distinct().ToListAsync(ct)).ToHashSet();
        var there = files.ToHashSet();
        var sealedBy = await people.Persons.GroupBy(p => p.KeyId).Select(g => new { Key = g.Key, Count = g.Count() }).ToListAsync(ct);
        return new CityReport
        {
            Journal = journal,
            FilesNamed = named.Count,
            FilesMissing = [.. named.Where(f => !there.Contains(f)).Order(StringComparer.Ordinal)],
            FilesUnnamed = [.. there.Where(f => !named.Contains(f)).Order(StringComparer.Ordinal)],
            Identities = sealedBy.Sum(s => s.Count),
            Unreadable = sealedBy.Where(s => !keys.Contains(s.Key)).ToDictionary(s => s.Key, s => s.Count),
        };
    }

    public void Dispose() => gate.Dispose();

    private RequestsDb Requests() => new(Options<RequestsDb>(), SuiyingModules.All.OfType<RequestsModule>().Single(), provider, gate);

    private PeopleDb People() => new(Options<PeopleDb>(), SuiyingModules.All.OfType<PeopleModule>().Single(), provider, gate);

    private DbContextOptions<TDb> Options<TDb>()
        where TDb : DbContext
    {
        var options = new DbContextOptionsBuilder<TDb>();
        provider.Configure(options);
        return options.Options;
    }
}

/// <summary>What a look through a city found.</summary>
public sealed record CityReport
{
    public required JournalReport Journal { get; init; }

    public required int FilesNamed { get; init; }

    public required IReadOnlyList<string> FilesMissing { get; init; }

    /// <summary>Photos that no request names: those of unfinished forms, which are cleared after a day.</summary>
    public required IReadOnlyList<string> FilesUnnamed { get; init; }

    public required int Identities { get; init; }

    /// <summary>Sealed identities by a key that is not there: they cannot be read without it.</summary>
    public required IReadOnlyDictionary<string, int> Unreadable { get; init; }

    public bool Whole => Journal.Whole && FilesMissing.Count == 0;
}
