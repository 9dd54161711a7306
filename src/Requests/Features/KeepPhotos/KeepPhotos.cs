using Microsoft.AspNetCore.Http;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Takes photos as a browser sends them and keeps clean copies. One bad photo refuses all, so that nobody believes it was sent.</summary>
public sealed class KeepPhotos(PhotoShelf shelf)
{
    public const int MostBytes = IIncomingPhotos.MostBytes;

    public sealed record Command
    {
        public required IReadOnlyList<IFormFile> Photos { get; init; }

        /// <summary>How many are there already.</summary>
        public int Already { get; init; }

        /// <summary>Name of the form's field, for the problem's address.</summary>
        public string Field { get; init; } = "photos";
    }

    public Task<Outcome<IReadOnlyList<KeptPhoto>>> Run(Command command, CancellationToken ct) =>
        shelf.KeepAll(command.Photos, command.Already, command.Field, ct);
}
