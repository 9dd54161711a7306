using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

internal static class SubmitOpen311RequestApi
{
    public static void Map(IEndpointRouteBuilder open311) =>
        open311.MapPost("/v2/requests.{format}", Post).WithSummary("Open311：提交诉求").DisableAntiforgery();

    private static Task<IResult> Post(
        string format,
        HttpContext http,
        Open311Door door,
        SubmitOpen311Request submit,
        CancellationToken ct
    ) =>
        door.Write(
            http,
            format,
            async (input, caller) =>
            {
                var command = Read(input);
                if (input.Wrong is { } wrong)
                    return wrong;
                return (await submit.Run(command, caller, ct)).Ok(out var receipt, out var refusal)
                    ? Answer.OfRequests([Given(receipt)])
                    : refusal;
            }
        );

    private static SubmitOpen311Request.Command Read(Input input)
    {
        var phone = input.Short("phone", 60);
        return new SubmitOpen311Request.Command
        {
            Service = input.Must("service_code") ?? "",
            Description = input.One("description") ?? "",
            MediaUrl = Sent.Link(input),
            Place = PlaceOf(input),
            Person = phone is null ? null : new Identity { Name = NameOf(input), Phone = phone },
            Answers = AnswersOf(input, reached: phone is not null),
            Photos = Sent.Photos(input),
        };
    }

    private static IncomingPlace PlaceOf(Input input)
    {
        var (latitude, longitude) = (input.Degrees("lat", 90), input.Degrees("long", 180));
        var area = input.Short("address_id", 20);
        var address = input.Short("address_string", 200);
        if (latitude is null != longitude is null)
            input.Problem(latitude is null ? "lat" : "long", "lat和long要一起填写。");
        if (latitude is null && longitude is null && address is null && area is null)
            input.Problem("address_string", "请填写lat和long，或address_string，或address_id。");
        var place = input.Short($"attribute[{ServiceCatalog.Place}]", 200);
        return new IncomingPlace
        {
            Area = area,
            Latitude = latitude,
            Longitude = longitude,
            Text = string.Join(' ', new[] { address, place }.OfType<string>().Distinct()),
        };
    }

    private static (MatterKind, IncomingWishes) AnswersOf(Input input, bool reached)
    {
        string? Answered(string code) => input.Choice($"attribute[{code}]", [.. ServiceCatalog.YesOrNo]);
        var kind = input.Choice($"attribute[{ServiceCatalog.Kind}]", [.. ServiceCatalog.Kinds.Select(k => k.Key)]);
        var wishes = new IncomingWishes
        {
            WantsReply = reached && Answered(ServiceCatalog.Reply) != ServiceCatalog.No,
            WantsSecrecy = Answered(ServiceCatalog.Secret) == ServiceCatalog.Yes,
            AboutConduct = Answered(ServiceCatalog.Conduct) == ServiceCatalog.Yes,
        };
        return (Enum.TryParse<MatterKind>(kind, out var known) ? known : MatterKind.Help, wishes);
    }

    /// <summary>Chinese order: family name first, and no blank between Chinese names.</summary>
    private static string NameOf(Input input)
    {
        var (last, first) = (input.Short("last_name", 60) ?? "", input.Short("first_name", 60) ?? "");
        return (last + first).All(char.IsAscii) ? $"{first} {last}".Trim() : last + first;
    }

    private static Fields Given(IncomingReceipt receipt) =>
        new()
        {
            { "service_request_id", receipt.Number },
            {
                "service_notice",
                receipt.QueryCode is { } code
                    ? $"已登记，工单编号{receipt.Number}，查询码{code}。凭编号和查询码可在网站查进度、看答复。"
                    : "已登记。"
            },
            { "account_id", null },
        };
}
