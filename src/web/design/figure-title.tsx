import { createContext, useContext } from 'react';

const Title = createContext('');

/** What the figure around is called, for the drawing inside it. */
export const FigureTitle = Title.Provider;
export const useFigureTitle = (): string => useContext(Title);
