using System.Diagnostics.CodeAnalysis;
using Suiying.Contracts.Registry;
using Suiying.Registry.Model;
using Suiying.Registry.Model.Pack;

namespace Suiying.Registry.Features;

/// <summary>The areas of a pack that need not be loaded, for what measures on them.</summary>
public sealed class ReadAreas
{
    public sealed record Command
    {
        /// <summary>Folder of the pack.</summary>
        public required string Path { get; init; }
    }

    [SuppressMessage("Performance", "CA1822", Justification = "A use case is an instance, so that every caller and test finds it alike.")]
    public Task<Outcome<IReadOnlyList<Area>>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.System))
            return Task.FromResult<Outcome<IReadOnlyList<Area>>>(new NotAllowed());

        ct.ThrowIfCancellationRequested();
        var folder = new PackFolder(command.Path);
        var areas = AreasFile.Read(folder).Areas.Select(a => a.Value).ToList();
        return Task.FromResult<Outcome<IReadOnlyList<Area>>>(
            folder.Problems.All.Count > 0 ? new PackIsBroken(folder.Problems.All, folder.Problems.Cut) : areas
        );
    }
}
