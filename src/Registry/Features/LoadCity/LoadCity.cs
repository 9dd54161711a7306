using Suiying.Registry.Model;
using Suiying.Registry.Model.Pack;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Features;

/// <summary>Takes over a pack as the next version, all or nothing. A pack that says nothing new makes no version.</summary>
public sealed class LoadCity(VersionWriter versions)
{
    public sealed record Command
    {
        /// <summary>Folder of the pack.</summary>
        public required string Path { get; init; }
    }

    public async Task<Outcome<LoadSummary>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.System))
            return new NotAllowed();

        var reading = PackReader.Read(command.Path);
        if (reading.Pack is not { } pack)
            return new PackIsBroken(reading.Problems, reading.Cut);
        return await versions.Write(PackEntries.Of(pack), new VersionNote(by.Name, null), ct);
    }
}
