using System.Diagnostics.CodeAnalysis;
using Suiying.Kernel;
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

    [SuppressMessage("Performance", "CA1822", Justification = "A use case is an instance, so that every caller and test finds it alike.")]
    public Task<Outcome<PackReading>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.System))
            return Task.FromResult<Outcome<PackReading>>(new NotAllowed());

        ct.ThrowIfCancellationRequested();
        return Task.FromResult<Outcome<PackReading>>(PackReader.Read(command.Path));
    }
}
