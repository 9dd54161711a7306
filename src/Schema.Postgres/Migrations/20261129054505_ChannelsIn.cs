using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ChannelsIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "TextOnly",
                table: "requests_requests",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.AddColumn<string>(
                name: "EmailIndex",
                table: "people_persons",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true
            );

            migrationBuilder.AddColumn<bool>(
                name: "WeChat",
                table: "channels_wishes",
                type: "boolean",
                nullable: false,
                defaultValue: false
            );

            migrationBuilder.CreateTable(
                name: "channels_inbox",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ExternalId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    MaskedSender = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Content = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    HandlerId = table.Column<Guid>(type: "uuid", nullable: true),
                    HandlerName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    HandledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_inbox", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_inbox_parts",
                columns: table => new
                {
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ExternalId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    MessageId = table.Column<Guid>(type: "uuid", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_inbox_parts", x => new { x.SourceId, x.ExternalId });
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_inbox_sources",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Secret = table.Column<string>(type: "text", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    CreatedBy = table.Column<string>(type: "text", nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    RevokedBy = table.Column<string>(type: "text", nullable: true),
                    RevokedBecause = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    HeardAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Problem = table.Column<string>(type: "text", nullable: true),
                    ProblemAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_inbox_sources", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_wechat_codes",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Digits = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    TakenBy = table.Column<Guid>(type: "uuid", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_wechat_codes", x => x.PersonId);
                }
            );

            migrationBuilder.CreateTable(
                name: "channels_wechat_followers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Target = table.Column<string>(type: "text", nullable: false),
                    HeardAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    BoundAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    TriedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_channels_wechat_followers", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_followed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    SeenSerial = table.Column<long>(type: "bigint", nullable: false),
                    SeenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    StoppedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_followed", x => x.Id);
                }
            );

            migrationBuilder.CreateTable(
                name: "requests_text_only",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_text_only", x => x.PersonId);
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Area_EndedAt",
                table: "requests_requests",
                columns: new[] { "Area", "EndedAt" },
                filter: "\"EndedAt\" IS NOT NULL"
            );

            migrationBuilder.CreateIndex(name: "IX_people_persons_EmailIndex", table: "people_persons", column: "EmailIndex");

            migrationBuilder.CreateIndex(name: "IX_channels_inbox_PersonId", table: "channels_inbox", column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_channels_inbox_SourceId_ExternalId",
                table: "channels_inbox",
                columns: new[] { "SourceId", "ExternalId" },
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "IX_channels_inbox_State_ReceivedAt",
                table: "channels_inbox",
                columns: new[] { "State", "ReceivedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_channels_inbox_parts_MessageId", table: "channels_inbox_parts", column: "MessageId");

            migrationBuilder.CreateIndex(name: "IX_channels_wechat_codes_Digits", table: "channels_wechat_codes", column: "Digits");

            migrationBuilder.CreateIndex(
                name: "IX_channels_wechat_followers_PersonId",
                table: "channels_wechat_followers",
                column: "PersonId"
            );

            migrationBuilder.CreateIndex(name: "IX_requests_followed_PersonId", table: "requests_followed", column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "channels_inbox");

            migrationBuilder.DropTable(name: "channels_inbox_parts");

            migrationBuilder.DropTable(name: "channels_inbox_sources");

            migrationBuilder.DropTable(name: "channels_wechat_codes");

            migrationBuilder.DropTable(name: "channels_wechat_followers");

            migrationBuilder.DropTable(name: "requests_followed");

            migrationBuilder.DropTable(name: "requests_text_only");

            migrationBuilder.DropIndex(name: "IX_requests_requests_Area_EndedAt", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_people_persons_EmailIndex", table: "people_persons");

            migrationBuilder.DropColumn(name: "TextOnly", table: "requests_requests");

            migrationBuilder.DropColumn(name: "EmailIndex", table: "people_persons");

            migrationBuilder.DropColumn(name: "WeChat", table: "channels_wishes");
        }
    }
}
