using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Suiying.Schema.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SubDispatch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(name: "IX_requests_requests_Unit_DueAt_Serial", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_requests_requests_Unit_State_DueAt", table: "requests_requests");

            migrationBuilder.AddColumn<string>(
                name: "CopiedTo",
                table: "requests_requests",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true
            );

            migrationBuilder.AddColumn<string>(name: "Hands", table: "requests_requests", type: "text", nullable: false, defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Holder",
                table: "requests_requests",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true
            );

            // Nothing was given on yet: all lies with the unit that is answerable.
            migrationBuilder.Sql("""UPDATE requests_requests SET "Holder" = "Unit" """);

            migrationBuilder.CreateTable(
                name: "requests_subdispatches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    To = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    GivenAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    SignedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ReportedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SentBack = table.Column<int>(type: "integer", nullable: false),
                    GiverId = table.Column<Guid>(type: "uuid", nullable: true),
                    GiverName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    TakerId = table.Column<Guid>(type: "uuid", nullable: true),
                    TakerName = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_requests_subdispatches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_requests_subdispatches_requests_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "requests_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_CopiedTo_Serial",
                table: "requests_requests",
                columns: new[] { "CopiedTo", "Serial" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Holder_DueAt_Serial",
                table: "requests_requests",
                columns: new[] { "Holder", "DueAt", "Serial" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Holder_Serial",
                table: "requests_requests",
                columns: new[] { "Holder", "Serial" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Holder_State_DueAt",
                table: "requests_requests",
                columns: new[] { "Holder", "State", "DueAt" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_subdispatches_From_EndedAt",
                table: "requests_subdispatches",
                columns: new[] { "From", "EndedAt" }
            );

            migrationBuilder.CreateIndex(name: "IX_requests_subdispatches_RequestId", table: "requests_subdispatches", column: "RequestId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "requests_subdispatches");

            migrationBuilder.DropIndex(name: "IX_requests_requests_CopiedTo_Serial", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_requests_requests_Holder_DueAt_Serial", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_requests_requests_Holder_Serial", table: "requests_requests");

            migrationBuilder.DropIndex(name: "IX_requests_requests_Holder_State_DueAt", table: "requests_requests");

            migrationBuilder.DropColumn(name: "CopiedTo", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Hands", table: "requests_requests");

            migrationBuilder.DropColumn(name: "Holder", table: "requests_requests");

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Unit_DueAt_Serial",
                table: "requests_requests",
                columns: new[] { "Unit", "DueAt", "Serial" }
            );

            migrationBuilder.CreateIndex(
                name: "IX_requests_requests_Unit_State_DueAt",
                table: "requests_requests",
                columns: new[] { "Unit", "State", "DueAt" }
            );
        }
    }
}
