using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

internal static class AddOpen311UpdateApi
{
    public static void Map(IEndpointRouteBuilder open311) =>
        open311.MapPost("/v2/servicerequestupdates.{format}", Post).WithSummary("Open311：补充情况").DisableAntiforgery();

    private static Task<IResult> Post(string format, HttpContext http, Open311Door door, AddOpen311Update add, CancellationToken ct) =>
        door.Write(
            http,
            format,
            async (input, caller) =>
            {
                var link = Sent.Link(input);
                var text = input.Must("description") ?? "";
                // When the client wrote it is checked and not kept: the city's clock is its own.
                input.Time("updated_datetime");
                var command = new AddOpen311Update.Command
                {
                    Number = input.Must("service_request_id") ?? "",
                    ClientId = input.Short("update_id", 200),
                    Text = link is null ? text : text + Outgoing.LinkMark + link,
                    Photos = Sent.Photos(input),
                };
                if (input.Wrong is { } wrong)
                    return wrong;
                return (await add.Run(command, caller, ct)).Ok(out var added, out var refusal)
                    ? Answer.OfUpdates([new Fields { { "update_id", added.Id.ToString("N") } }])
                    : refusal;
            }
        );
}
