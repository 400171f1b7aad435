/** The claims whose subject the event is: they state its dates, places and participants. */
export const OF_EVENT = '(self)<-[:SUBJECT]-(claim:Claim)';

export const PLACE_OF_EVENT = `${OF_EVENT}-[:OBJECT|PARTICIPANT]->(place:Place)`;
