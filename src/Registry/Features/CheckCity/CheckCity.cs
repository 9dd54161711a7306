using System.Diagnostics.CodeAnalysis;
using Suiying.Registry.Model.Pack;

namespace Suiying.Registry.Features;

/// <summary>Reads a pack and tells everything that is wrong with it; changes nothing.</summary>
public sealed class CheckCity
{
    public sealed record Command
    {
        /// <summary>Folder of the pack.</summary>
        public required string Path { get; init; }
    }

    /// <param name="Problems">In the order of the files; empty where the pack can be loaded.</param>
    /// <param name="Cut">True where there were more than are listed.</param>
    public sealed record Findings(IReadOnlyList<PackProblem> Problems, bool Cut);

    [SuppressMessage("Performance", "CA1822", Justification = "A use case is an instance, so that every caller and test finds it alike.")]
    public Task<Outcome<Findings>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.System))
            return Task.FromResult<Outcome<Findings>>(new NotAllowed());

        ct.ThrowIfCancellationRequested();
        var reading = PackReader.Read(command.Path);
        return Task.FromResult<Outcome<Findings>>(new Findings(reading.Problems, reading.Cut));
    }
}
