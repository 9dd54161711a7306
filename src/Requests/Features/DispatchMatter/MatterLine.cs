using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>What became of one request, as the API answers it.</summary>
/// <param name="Number">Of the request.</param>
/// <param name="Done">False where it stayed as it was.</param>
/// <param name="Code">Why not.</param>
/// <param name="Problem">The same for a person.</param>
internal sealed record MatterLine(string Number, bool Done, string? Code, string? Problem)
{
    public static MatterLine Of(MatterResult result) =>
        new(result.Number, result.Problem is null, result.Problem?.Code, result.Problem?.Text.ToString());
}
